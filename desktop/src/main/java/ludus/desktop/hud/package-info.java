/**
 * What the window is painted with: a {@link ludus.desktop.hud.Brush}, and the pieces that screens
 * are put together from.
 *
 * <p>Why these pieces are not widgets of Scene2D, which comes with libGDX. Most of a screen is no
 * widget: frames, light, bars, traces, curves, boards, keys. What could be one is a button and a
 * value between two arrows, 62 lines in {@link ludus.desktop.hud.Button} and {@link
 * ludus.desktop.hud.Chooser}, and the lists of settings, policies and contestants, whose lines are
 * mostly the words in them and what a key does there. Scene2D would take over layout and hit tests,
 * and ask for
 *
 * <ul>
 *   <li>a walker for the focus: its {@code Stage} has one actor with the keyboard and no notion of
 *       the next one in a direction, and knows no gamepad, while here arrows, mouse and gamepad all
 *       become the same few keys;
 *   <li>a skin whose fonts and nine-patches are made anew for every scale: {@code BitmapFont} wants
 *       a font's pages in {@code TextureRegion}s, our {@link ludus.desktop.hud.Glyphs} draws
 *       outlines at the window's own resolution, with kerning and a true minus;
 *   <li>a second way of drawing, {@code SpriteBatch}, with a flush wherever it meets the first.
 * </ul>
 *
 * <p>It was weighed by counting and reading, not by building both. Once a screen needs text that is
 * typed, lists that scroll freely or windows that are moved, the balance tips.
 */
package ludus.desktop.hud;
