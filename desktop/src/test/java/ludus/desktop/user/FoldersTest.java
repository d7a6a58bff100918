package ludus.desktop.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void onLinuxTheXdgConventionHolds() {
    Folders usual = Folders.of("Linux", Map.of(), HOME);
    assertEquals(HOME.resolve(".config/ludus"), usual.config());
    assertEquals(HOME.resolve(".local/share/ludus"), usual.data());
    Path elsewhere = Path.of("elsewhere").toAbsolutePath();
    Map<String, String> set =
        Map.of("XDG_CONFIG_HOME", elsewhere.toString(), "XDG_DATA_HOME", "not/absolute");
    Folders chosen = Folders.of("Linux", set, HOME);
    assertEquals(elsewhere.resolve("ludus"), chosen.config());
    assertEquals(HOME.resolve(".local/share/ludus"), chosen.data());
  }

  @Test
  void onMacsItIsApplicationSupport() {
    Path support = HOME.resolve("Library/Application Support/Ludus");
    assertEquals(new Folders(support, support), Folders.of("Mac OS X", Map.of(), HOME));
  }

  @Test
  void onWindowsItIsTheRoamingProfile() {
    Path roaming = Path.of("roaming").toAbsolutePath();
    Folders folders = Folders.of("Windows 11", Map.of("APPDATA", roaming.toString()), HOME);
    assertEquals(roaming.resolve("Ludus"), folders.config());
  }
}
