package ludus.headless.cli;

/**
 * What went wrong for a reason that the user can do something about: one sentence that says what
 * was wrong and what to do. The command ends with exit code 1 and without a stack trace.
 */
public final class UserException extends RuntimeException {
  public UserException(String message) {
    super(message);
  }

  public UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
