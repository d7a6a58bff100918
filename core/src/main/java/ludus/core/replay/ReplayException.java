package ludus.core.replay;

/** A replay that is damaged, foreign or does not repeat; the message is one sentence for people. */
public final class ReplayException extends RuntimeException {
  public ReplayException(String message) {
    super(message);
  }
}
