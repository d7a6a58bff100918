package ludus.agents.network;

/** The native tensor library cannot be used here; the message says what to do about it. */
public final class BackendException extends RuntimeException {
  public BackendException(String message, Throwable cause) {
    super(message, cause);
  }
}
