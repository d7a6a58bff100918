package ludus.agents.network;

/** Weights that cannot be read; the message says in one sentence what is wrong with them. */
public final class SafetensorsException extends Exception {
  SafetensorsException(String message) {
    super(message);
  }
}
