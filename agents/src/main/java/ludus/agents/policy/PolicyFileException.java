package ludus.agents.policy;

/** A policy file that is damaged, foreign or of another game; the message is one sentence. */
public final class PolicyFileException extends RuntimeException {
  public PolicyFileException(String message) {
    super(message);
  }

  PolicyFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
