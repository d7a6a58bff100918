package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import ludus.core.game.GameCatalog;
import ludus.desktop.screen.GalleryScreen.Zone;
import ludus.desktop.screen.Keyboard.Key;
import ludus.desktop.user.Folders;
import ludus.desktop.user.Profile;
import ludus.desktop.user.Settings;
import ludus.desktop.user.WindowSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryStoryTest {
  private static final GameCatalog GAMES =
      GameCatalog.of(
          GameCatalog.load().find("braking"),
          GameCatalog.load().find("breakout"),
          GameCatalog.load().find("corridor"),
          GameCatalog.load().find("maze"));

  @TempDir private Path home;

  private Profile profile() {
    return Profile.in(new Folders(home.resolve("config"), home.resolve("data")));
  }

  @Test
  void fromTheGalleryToAGameAndBackByKeys() {
    GalleryScreen gallery = new GalleryScreen(GAMES);
    Story story = new Story(gallery, profile());
    story
        .until("a picture lives", () -> gallery.chosen().session().ticks() > 3)
        .check(() -> assertEquals("braking", gallery.chosen().info().name()))
        .tap(Key.RIGHT, "the next game", () -> gallery.game() == 1)
        .tap(Key.RIGHT, "and the next", () -> gallery.game() == 2)
        .check(() -> assertEquals("maze", gallery.chosen().info().name()))
        .tap(Key.DOWN, "there is nothing below", () -> gallery.game() == 2)
        .tap(Key.RIGHT, "what can be done", () -> gallery.zone() == Zone.DEEDS)
        .tap(Key.UP, "its variants", () -> gallery.zone() == Zone.VARIANT)
        .tap(Key.RIGHT, "another one", () -> gallery.chosen().variant().equals("test"))
        .tap(Key.ENTER, "that one", () -> gallery.zone() == Zone.DEEDS)
        .tap(Key.RIGHT, "play it", () -> gallery.deed() == 1)
        .tap(Key.ENTER, "the game", () -> story.screen() instanceof PlayScreen)
        .check(() -> assertEquals("maze/test", story.screen().name()))
        .tap(Key.ENTER, "it begins", () -> ((PlayScreen) story.screen()).count() > 0)
        .tap(Key.ESCAPE, "back", () -> story.screen() == gallery)
        .tap(Key.ESCAPE, "to the games", () -> gallery.zone() == Zone.GAMES)
        .tap(Key.LEFT, "another game", () -> gallery.game() == 1)
        .tap(Key.W, "watch it", () -> story.screen() instanceof WatchScreen)
        .until("its expert plays", () -> ((WatchScreen) story.screen()).session().ticks() > 3)
        .tap(Key.ESCAPE, "back", () -> story.screen() == gallery)
        .tap(Key.R, "its results", () -> story.screen() instanceof ResultsScreen)
        .pictures(3)
        .tap(Key.ESCAPE, "back", () -> story.screen() == gallery)
        .tap(Key.V, "versus", () -> story.screen() instanceof VersusScreen)
        .tap(Key.ESCAPE, "back", () -> story.screen() == gallery)
        .tap(Key.F1, "every key", story::helpShown)
        .tap(Key.ESCAPE, "enough", () -> !story.helpShown())
        .tap(Key.ESCAPE, "quit", () -> false)
        .tell();
    assertNull(story.profile().complaint());
  }

  @Test
  void everythingIsReachedByMouseAndByGamepad() {
    GalleryScreen gallery = new GalleryScreen(GAMES);
    FakePad pad = new FakePad();
    Story story = new Story(gallery, profile());
    story
        .with(pad)
        .until("a picture lives", () -> gallery.chosen().ready())
        .click(300, 200, "the second game", () -> gallery.game() == 1)
        .click(300, 200, "once more", () -> story.screen() instanceof WatchScreen)
        .rightClick("back", () -> story.screen() == gallery)
        .click(1080, 40, "the settings", () -> story.screen() instanceof SettingsScreen)
        .deed("B", () -> pad.down(FakePad.B), () -> story.screen() == gallery)
        .deed("up", () -> pad.down(FakePad.DPAD_UP), () -> gallery.zone() == Zone.HEADER)
        .deed("let go", () -> pad.up(FakePad.DPAD_UP), () -> true)
        .deed("A", () -> pad.down(FakePad.A), () -> story.screen() instanceof SettingsScreen)
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }

  @Test
  void whatIsChosenInTheSettingsSurvivesARestart() {
    GalleryScreen gallery = new GalleryScreen(GAMES);
    Story story = new Story(gallery, profile());
    story
        .tap(Key.S, "the settings", () -> story.screen() instanceof SettingsScreen)
        .tap(Key.RIGHT, "as I left it", () -> settings(story).size() == WindowSize.KEPT)
        .tap(Key.DOWN, "down", () -> row(story) == 1)
        .tap(Key.DOWN, "down", () -> row(story) == 2)
        .tap(Key.ENTER, "no sound", () -> !settings(story).sound())
        .tap(Key.DOWN, "down", () -> row(story) == 3)
        .tap(Key.LEFT, "quieter", () -> settings(story).volume() == 4)
        .tap(Key.ESCAPE, "back", () -> story.screen() == gallery)
        .tap(Key.Q, "quit", () -> false)
        .tell();
    Settings kept = profile().settings();
    assertFalse(kept.sound());
    assertEquals(4, kept.volume());
    assertEquals(1280, kept.openWidth());
    assertEquals(800, kept.openHeight());
  }

  private static Settings settings(Story story) {
    return story.profile().settings();
  }

  private static int row(Story story) {
    return ((SettingsScreen) story.screen()).row();
  }

  @Test
  void aTrainingIsBegunAndLookedAtAndEndsWhenItIsLeft() {
    GalleryScreen gallery = new GalleryScreen(GAMES, home.resolve("runs"));
    Story story = new Story(gallery, profile());
    story
        .tap(Key.T, "train it", () -> said(story, "The training begins"))
        .until("a window on it", () -> said(story, "The training opens a window of its own"))
        .tap(Key.T, "one at a time", () -> said(story, "Braking is being trained already"))
        .deed(
            "its window closes",
            () -> onlooker().destroy(),
            () -> said(story, "Training stops here; it goes on with: "))
        .tap(Key.Q, "quit", () -> false)
        .tell();
    ProcessHandle.current().children().forEach(child -> child.onExit().join());
    assertTrue(Files.exists(home.resolve("runs/braking-default-1/config.yaml")));
  }

  /** The process begun last: that of the window on the run. */
  private static ProcessHandle onlooker() {
    return ProcessHandle.current()
        .children()
        .max(Comparator.comparing(child -> child.info().startInstant().orElseThrow()))
        .orElseThrow();
  }

  private static boolean said(Story story, String beginning) {
    return story.noteShown() != null && story.noteShown().startsWith(beginning);
  }

  @Test
  void aSmallWorldLearnsItsTableWhereItIsWatched() {
    GalleryScreen gallery = new GalleryScreen(GAMES, home.resolve("runs"));
    Story story = new Story(gallery, profile());
    story
        .deed("a small world", () -> gallery.scroll(1), () -> gallery.game() == 3)
        .tap(Key.T, "its table", () -> story.screen() instanceof TableScreen)
        .tap(Key.ESCAPE, "back", () -> story.screen() == gallery)
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }

  @Test
  void damagedSettingsAreOneSentenceInTheWindow() throws Exception {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/settings.conf"), "volume = loud\n");
    GalleryScreen gallery = new GalleryScreen(GAMES);
    Story story = new Story(gallery, profile());
    story
        .until("a sentence", () -> story.noteShown() != null)
        .check(
            () ->
                assertEquals(
                    "settings.conf is damaged: volume cannot be 'loud'; the usual setting stands in"
                        + " for it",
                    story.noteShown()))
        .check(() -> assertEquals(Settings.USUAL, settings(story)))
        .check(() -> assertInstanceOf(GalleryScreen.class, story.screen()))
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }
}
