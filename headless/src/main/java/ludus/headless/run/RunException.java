package ludus.headless.run;

/** A run that cannot begin or go on, for a reason that its owner can mend: one sentence. */
public final class RunException extends RuntimeException {
  public RunException(String message) {
    super(message);
  }

  public RunException(String message, Throwable cause) {
    super(message, cause);
  }
}
