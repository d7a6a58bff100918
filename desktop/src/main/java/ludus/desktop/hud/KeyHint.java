package ludus.desktop.hud;

import com.badlogic.gdx.Input;
import java.util.List;

/**
 * What a key does, for people.
 *
 * @param caps what stands on the keys, of which any does it
 * @param meaning what it does
 */
public record KeyHint(List<String> caps, String meaning) {
  /** Any of these keys does it. */
  public static KeyHint of(String meaning, String... caps) {
    return new KeyHint(List.of(caps), meaning);
  }

  /** What stands on a key. */
  public static String cap(int key) {
    return switch (key) {
      case Input.Keys.LEFT -> "←";
      case Input.Keys.RIGHT -> "→";
      case Input.Keys.UP -> "↑";
      case Input.Keys.DOWN -> "↓";
      case Input.Keys.CONTROL_LEFT -> "Ctrl";
      case Input.Keys.ENTER -> "Enter";
      default -> Input.Keys.toString(key);
    };
  }
}
