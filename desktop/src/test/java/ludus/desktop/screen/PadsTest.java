package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.badlogic.gdx.controllers.Controller;
import com.badlogic.gdx.utils.Array;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PadsTest {
  private final FakePad pad = new FakePad();
  private final Array<Controller> connected = Array.with(pad);
  private final Pads pads = new Pads(connected);
  private final List<String> told = new ArrayList<>();
  private boolean analogue;
  private float height;

  private final Pads.Listener listener =
      new Pads.Listener() {
        @Override
        public void down(int pad, PadInput input) {
          told.add(pad + " " + input + " down");
        }

        @Override
        public void up(int pad, PadInput input) {
          told.add(pad + " " + input + " up");
        }

        @Override
        public boolean stick(int pad, float h) {
          height = pad == 0 ? h : height;
          return analogue;
        }
      };

  private void expect(String... events) {
    told.clear();
    pads.poll(listener);
    assertEquals(List.of(events), told);
  }

  @Test
  void buttonsAreToldOnceWhenTheyChange() {
    expect();
    pad.down(FakePad.A);
    expect("0 A down");
    expect();
    pad.up(FakePad.A);
    expect("0 A up");
  }

  @Test
  void bAndBackAreTheSame() {
    pad.down(FakePad.B);
    expect("0 BACK down");
  }

  @Test
  void theStickIsACrossThatDoesNotFlutter() {
    pad.stick(-0.5f, 0);
    expect();
    pad.stick(-0.6f, 0);
    expect("0 LEFT down");
    pad.stick(-0.5f, 0);
    expect();
    pad.stick(-0.3f, 0.9f);
    expect("0 LEFT up", "0 DOWN down");
  }

  @Test
  void whereItsHeightIsMeantItIsNoCross() {
    analogue = true;
    pad.stick(0, -0.8f);
    expect();
    assertEquals(0.8f, height);
    pad.stick(0, 0.1f);
    expect();
    assertEquals(0, height, "a worn stick does not stand in its middle");
    pad.down(FakePad.DPAD_UP);
    expect("0 UP down");
  }

  @Test
  void aGamepadPulledOutLetsGo() {
    pad.down(FakePad.DPAD_LEFT);
    pad.stick(0, -1);
    expect("0 LEFT down", "0 UP down");
    connected.clear();
    expect("0 LEFT up", "0 UP up");
    assertEquals(0, height);
    assertEquals(0, pads.connected());
  }

  @Test
  void oneThatComesLaterCountsAndAThirdDoesNot() {
    FakePad second = new FakePad();
    FakePad third = new FakePad();
    connected.add(second, third);
    second.down(FakePad.START);
    third.down(FakePad.A);
    expect("1 START down");
    assertEquals(2, pads.connected());
  }
}
