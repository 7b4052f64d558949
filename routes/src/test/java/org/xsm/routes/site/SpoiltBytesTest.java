package org.xsm.routes.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.xsm.routes.xml.XmlCompleteness;
import org.xsm.workflows.site.Problem;
import org.xsm.workflows.site.Reading;

/** Whatever the bytes are: reading them ends with a verdict, and with words fit for a person. */
class SpoiltBytesTest {
  private static final String FIGURE_3 = figure3();

  private static final List<String> DECLARED =
      List.of(
          "UTF-8",
          "UTF-16",
          "UTF-32",
          "ISO-8859-1",
          "US-ASCII",
          "IBM037",
          "Shift_JIS",
          "UTF-7",
          "EUC-JP",
          "ISO-2022-JP",
          "x-none",
          "../../etc",
          "",
          "JIS_X0212",
          "UTF-16BE",
          "a b");

  /** One byte put, changed or taken out. */
  record Spoil(int at, byte with, int kind) {
    byte[] applyTo(byte[] file) {
      int index = Math.floorMod(at, file.length);
      int behind = kind == 0 ? index : index + 1;
      byte[] spoilt = Arrays.copyOf(file, file.length + (kind == 0 ? 1 : kind == 1 ? 0 : -1));
      if (kind < 2) {
        spoilt[index] = with;
      }
      System.arraycopy(file, behind, spoilt, kind == 2 ? index : index + 1, file.length - behind);
      return spoilt;
    }
  }

  @Provide
  Arbitrary<Spoil> spoils() {
    return Combinators.combine(
            Arbitraries.integers(), Arbitraries.bytes(), Arbitraries.integers().between(0, 2))
        .as(Spoil::new);
  }

  @Provide
  Arbitrary<String> encodings() {
    return Arbitraries.of(DECLARED);
  }

  @Property(tries = 3000)
  void a_file_with_spoilt_bytes_gets_a_verdict(
      @ForAll("encodings") String encoding,
      @ForAll @Size(min = 1, max = 4) List<@From("spoils") Spoil> spoils) {
    byte[] file = encoded(encoding);
    for (Spoil spoil : spoils) {
      file = spoil.applyTo(file);
    }
    assertVerdict(file);
  }

  @Property(tries = 1000)
  void any_bytes_get_a_verdict(@ForAll @Size(max = 200) byte[] bytes) {
    assertVerdict(bytes);
  }

  private static byte[] encoded(String encoding) {
    String file = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + FIGURE_3;
    boolean known = encoding.matches("[A-Za-z][A-Za-z0-9_-]*") && Charset.isSupported(encoding);
    return file.getBytes(known ? Charset.forName(encoding) : UTF_8);
  }

  private static void assertVerdict(byte[] file) {
    Reading reading = SiteFiles.read(file);

    XmlCompleteness.isComplete(new ByteArrayInputStream(file));
    if (reading instanceof Reading.Unreadable unreadable) {
      assertThat(unreadable.problems()).allSatisfy(SpoiltBytesTest::assertFitForAPerson);
    }
  }

  private static void assertFitForAPerson(Problem problem) {
    assertThat(problem.line()).isNotNegative();
    assertThat(problem.where() + problem.message() + problem.advice())
        .isNotBlank()
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
  }

  private static String figure3() {
    try {
      return new String(
          SpoiltBytesTest.class.getResourceAsStream("figure-3.xml").readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new ExceptionInInitializerError(unreadable);
    }
  }
}
