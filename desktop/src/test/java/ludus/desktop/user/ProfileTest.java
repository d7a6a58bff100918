package ludus.desktop.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  private final GameInfo pong = GameCatalog.load().find("pong").info();
  @TempDir private Path home;
  private Folders folders;

  @BeforeEach
  void folders() {
    folders = new Folders(home.resolve("config"), home.resolve("data"));
  }

  private Best best(double result) {
    return new Best(result, 100, 7, pong.version(), DAY);
  }

  @Test
  void whoHasChosenNothingHasTheUsualSettingsAndNoFiles() {
    Profile profile = Profile.in(folders);
    assertEquals(Settings.USUAL, profile.settings());
    assertNull(profile.complaint());
    assertFalse(Files.exists(home.resolve("config")));
  }

  @Test
  void everySettingSurvivesARestart() {
    Settings chosen = new Settings(WindowSize.KEPT, 1700, 900, true, false, 9, false);
    Profile.in(folders).settings(chosen);
    assertEquals(chosen, Profile.in(folders).settings());
  }

  @Test
  void aDamagedSettingIsOneSentenceTheOthersHoldAndTheFileIsKeptAside() throws IOException {
    Profile.in(folders).settings(Settings.USUAL.withVolume(9).withFullScreen(true));
    Path file = folders.config().resolve("settings.conf");
    String damaged =
        Files.readString(file).replace("full-screen = on", "full-screen = perhaps") + "\0rubbish\n";
    Files.writeString(file, damaged);
    Profile profile = Profile.in(folders);
    assertEquals(Settings.USUAL.withVolume(9), profile.settings());
    String complaint = profile.complaint();
    assertTrue(complaint.startsWith("settings.conf is damaged: "), complaint);
    assertNull(profile.complaint());
    profile.settings(profile.settings().withVolume(2));
    assertEquals(2, Profile.in(folders).settings().volume());
    assertEquals(damaged, Files.readString(file.resolveSibling("settings.conf.damaged-1")));
  }

  @Test
  void aVolumeOutOfRangeIsDamageToo() throws IOException {
    Files.createDirectories(folders.config());
    Files.writeString(folders.config().resolve("settings.conf"), "volume = 900\nsound = off\n");
    Profile profile = Profile.in(folders);
    assertEquals(Settings.USUAL.withSound(false), profile.settings());
    assertTrue(profile.complaint().contains("900"));
  }

  @Test
  void aFolderThatCannotBeWrittenIsOneSentence() throws IOException {
    Files.writeString(home.resolve("config"), "a file where the folder should be");
    Profile profile = Profile.in(folders);
    profile.complaint();
    profile.settings(Settings.USUAL.withVolume(9));
    assertTrue(profile.complaint().startsWith("The settings cannot be kept: "));
    assertEquals(9, profile.settings().volume());
  }

  @Test
  void theBestListSurvivesARestartInOrderAndHasTenPlaces() {
    BestList list = Profile.in(folders).best(pong);
    assertEquals(1, list.enter(best(3)));
    assertEquals(1, list.enter(best(5)));
    assertEquals(3, list.enter(best(-1)));
    for (int i = 0; i < 10; i++) {
      list.enter(best(6 + i));
    }
    assertEquals(0, list.enter(best(5.5)));
    BestList again = Profile.in(folders).best(pong);
    assertEquals(BestList.PLACES, again.places().size());
    assertEquals(15, again.places().get(0).result());
    assertEquals(6, again.places().get(9).result());
  }

  @Test
  void aDamagedLineOfABestListLosesNothing() throws IOException {
    Profile.in(folders).best(pong).enter(best(3));
    Path file = folders.data().resolve("best/pong.csv");
    String damaged = "three,points\n" + Files.readString(file);
    Files.writeString(file, damaged);
    Profile profile = Profile.in(folders);
    BestList list = profile.best(pong);
    assertEquals(3, list.places().get(0).result());
    assertTrue(profile.complaint().startsWith("The best list pong.csv is damaged: "));
    list.enter(best(4));
    assertEquals(2, Profile.in(folders).best(pong).places().size());
    assertEquals(damaged, Files.readString(file.resolveSibling("pong.csv.damaged-1")));
  }

  @Test
  void resultsOfAnotherVersionOfTheGameAreNotComparedButStay() {
    BestList list = Profile.in(folders).best(pong);
    list.enter(new Best(99, 1, 1, pong.version() + 1, DAY));
    assertEquals(1, list.enter(best(3)));
    assertEquals(1, Profile.in(folders).best(pong).places().size());
    assertTrue(contains(folders.data().resolve("best/pong.csv"), "99.0"));
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
