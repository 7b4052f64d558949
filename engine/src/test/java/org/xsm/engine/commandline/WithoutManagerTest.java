package org.xsm.engine.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xsm.engine.commandline.Shell.Said;

/** What commands do where there is no manager, or something else in its place. */
class WithoutManagerTest {
  private static final String TOKEN = "xsm_" + "a".repeat(40);

  @TempDir Path folder;
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private HttpServer other;

  @AfterEach
  void close() {
    if (other != null) {
      other.stop(0);
    }
  }

  @Test
  void wrong_words_are_told_from_what_went_wrong() {
    assertThat(new Shell().run().code()).isEqualTo(64);
    assertThat(new Shell().run("dance").code()).isEqualTo(64);
    assertThat(new Shell().run("plan").code()).isEqualTo(64);
    assertThat(token().run("watch", "r", "--timeout", "soon").code()).isEqualTo(64);
    assertThat(token().run("status", "--server", "ftp://x").code()).isEqualTo(64);
    assertThat(new Shell().run("help").code()).isZero();
    assertThat(new Shell().run("plan", "--help").out()).contains("--exit-code", "--server=URL");
    assertThat(new Shell().run("--version").out()).startsWith("xsm ");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    Said said = token().run("plan", folder + "/none.xml");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("There is no file " + folder + "/none.xml.");
  }

  @Test
  void whoever_sends_a_login_in_the_open_is_warned() {
    Said said = token().run("status", "--server", "http://xsm.invalid");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err())
        .contains("Warning: http://xsm.invalid is not https", "no machine has this name");
  }

  @Test
  void the_token_comes_from_the_environment_or_a_file_of_ones_own() throws IOException {
    String server = answer(200, "[]");
    assertThat(token().run("status", "--server", server).code()).isZero();
    Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Said open = new Shell().run("tasks", "--server", server, "--token-file", file.toString());
    assertThat(open.code()).isZero();
    assertThat(open.err()).contains("chmod 600");
    assertThat(authorizations).containsExactly("Bearer " + TOKEN, "Bearer " + TOKEN);
    Said evil = new Shell().with("XSM_TOKEN", "x\r\nEvil: y").run("status", "--server", server);
    assertThat(evil.err()).contains("What stands in XSM_TOKEN is no token.");
    assertThat(new Shell().with("XSM_TOKEN", "").run("status", "--user", "a:b").code())
        .isEqualTo(1);
  }

  @Test
  void what_is_no_manager_is_said_to_be_none() throws IOException {
    Said page = token().run("status", "--server", answer(200, "<html>Welcome!</html>"));
    assertThat(page.code()).isEqualTo(1);
    assertThat(page.err()).contains("does not seem to be a manager");
    other.stop(0);
    Said elsewhere = token().run("status", "--server", answer(302, ""));
    assertThat(elsewhere.err()).contains("it sends elsewhere, to http://elsewhere.invalid/");
    assertThat(authorizations).hasSize(2);
    other.stop(0);
    Said ill = token().run("status", "--server", answer(500, "oops"));
    assertThat(ill.err()).contains("answers 500", "its log does");
  }

  @Test
  void a_refusal_is_told_to_programs_and_made_harmless_for_people() throws IOException {
    String document = "{\"detail\":\"No \\u001b[2J way.\",\"status\":403}";
    Said said = token().run("status", "--json", "--server", answer(403, document));
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).isEqualTo("No \\u{1b}[2J way." + System.lineSeparator());
    assertThat(said.out()).contains("\"status\" : 403").doesNotContain("\u001b");
  }

  @Test
  void a_watch_outlives_a_restart_of_the_manager() throws IOException {
    String server = answer(200, "{\"id\":\"r\",\"state\":\"applying\"}");
    int port = other.getAddress().getPort();
    CompletableFuture<Said> watching =
        CompletableFuture.supplyAsync(() -> token().run("watch", "r", "--server", server));
    Awaitility.await().until(() -> !authorizations.isEmpty());
    other.stop(0);
    answer(port, 200, "{\"id\":\"r\",\"state\":\"failed\"}");
    assertThat(watching.join().code()).isEqualTo(5);
  }

  @Test
  void journals_are_verified_for_programs_too() throws IOException {
    Path file = Files.writeString(folder.resolve("run.json"), "{\"id\":\"r\",\"journal\":[]}");
    Said said = new Shell().run("verify", "--json", file.toString());
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("\"finding\" : \"WHOLE\"");
  }

  @Test
  void bash_can_read_the_completion() throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("c"), new Shell().run("completion").out());
    assertThat(Files.readString(script)).contains("--exit-code");
    assertThat(new ProcessBuilder("bash", "-n", script.toString()).start().waitFor()).isZero();
  }

  private static Shell token() {
    return new Shell().with("XSM_TOKEN", TOKEN);
  }

  private String answer(int status, String text) throws IOException {
    return answer(0, status, text);
  }

  /** Something that gives everybody the same answer. */
  private String answer(int port, int status, String text) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    other = HttpServer.create(new InetSocketAddress(here, port), 0);
    other.createContext(
        "/",
        exchange -> {
          authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.getResponseHeaders().add("Location", "http://elsewhere.invalid/");
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    other.start();
    return "http://127.0.0.1:" + other.getAddress().getPort();
  }
}
