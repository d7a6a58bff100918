package ludus.desktop.hud;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Mesh;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.VertexAttribute;
import com.badlogic.gdx.graphics.VertexAttributes.Usage;
import com.badlogic.gdx.graphics.glutils.ShaderProgram;
import com.badlogic.gdx.math.Matrix4;

/**
 * Collects triangles and hands them to the graphics card as few times as can be: when the texture
 * changes, when it is full, and when told. A pixel's colour is its vertex colour, as opaque as the
 * texture's alpha says.
 */
final class Triangles implements AutoCloseable {
  private static final int FLOATS = 5;
  private static final int VERTICES = 8192;
  private static final int INDICES = 6 * VERTICES;

  private static final String VERTEX_SHADER =
      """
      attribute vec2 a_position;
      attribute vec4 a_color;
      attribute vec2 a_texCoord0;
      uniform mat4 u_page;
      varying vec4 v_color;
      varying vec2 v_texture;
      void main() {
        // libGDX packs alpha into seven bits, with 254 for opaque.
        v_color = vec4(a_color.rgb, a_color.a * (255.0 / 254.0));
        v_texture = a_texCoord0;
        gl_Position = u_page * vec4(a_position, 0.0, 1.0);
      }
      """;
  private static final String FRAGMENT_SHADER =
      """
      #ifdef GL_ES
      precision mediump float;
      #endif
      varying vec4 v_color;
      varying vec2 v_texture;
      uniform sampler2D u_texture;
      void main() {
        gl_FragColor = vec4(v_color.rgb, v_color.a * texture2D(u_texture, v_texture).a);
      }
      """;

  private final ShaderProgram shader = new ShaderProgram(VERTEX_SHADER, FRAGMENT_SHADER);
  private final Mesh mesh =
      new Mesh(
          false,
          VERTICES,
          INDICES,
          new VertexAttribute(Usage.Position, 2, ShaderProgram.POSITION_ATTRIBUTE),
          new VertexAttribute(Usage.ColorPacked, 4, ShaderProgram.COLOR_ATTRIBUTE),
          new VertexAttribute(Usage.TextureCoordinates, 2, ShaderProgram.TEXCOORD_ATTRIBUTE + "0"));
  private final Matrix4 projection = new Matrix4();
  private final float[] vertices = new float[VERTICES * FLOATS];
  private final short[] indices = new short[INDICES];
  private int vertexCount;
  private int indexCount;
  private Texture bound;

  Triangles() {
    if (!shader.isCompiled()) {
      throw new IllegalStateException("the shader does not compile: " + shader.getLog());
    }
  }

  /** Begins a picture of this many pixels, y down. */
  void begin(int width, int height, Texture texture) {
    projection.setToOrtho(0, width, height, 0, 0, 1);
    Gdx.gl.glEnable(GL20.GL_BLEND);
    Gdx.gl.glBlendFunc(GL20.GL_SRC_ALPHA, GL20.GL_ONE_MINUS_SRC_ALPHA);
    bound = texture;
  }

  /** Adds a vertex, in pixels. */
  void vertex(float x, float y, float color, float u, float v) {
    int i = FLOATS * vertexCount++;
    vertices[i] = x;
    vertices[i + 1] = y;
    vertices[i + 2] = color;
    vertices[i + 3] = u;
    vertices[i + 4] = v;
  }

  /** Adds a triangle of three vertices, each named by its place. */
  void triangle(int a, int b, int c) {
    indices[indexCount++] = (short) a;
    indices[indexCount++] = (short) b;
    indices[indexCount++] = (short) c;
  }

  /** Makes room; returns the place of the next vertex. */
  int room(int moreVertices, int moreIndices) {
    if (vertexCount + moreVertices > VERTICES || indexCount + moreIndices > INDICES) {
      flush();
    }
    return vertexCount;
  }

  /** Uses this texture from now on. */
  void bind(Texture texture) {
    if (texture != bound) {
      flush();
      bound = texture;
    }
  }

  /** Draws what has been collected. */
  void flush() {
    if (indexCount == 0) {
      return;
    }
    bound.bind(0);
    shader.bind();
    shader.setUniformMatrix("u_page", projection);
    shader.setUniformi("u_texture", 0);
    mesh.setVertices(vertices, 0, vertexCount * FLOATS);
    mesh.setIndices(indices, 0, indexCount);
    mesh.render(shader, GL20.GL_TRIANGLES, 0, indexCount);
    vertexCount = 0;
    indexCount = 0;
  }

  @Override
  public void close() {
    mesh.dispose();
    shader.dispose();
  }
}
