package org.xsm.webtasks.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.xsm.workflows.site.Problem;

/** One thing that is wrong with a site file, as programs read it. */
@Schema(name = "Problem", description = "One thing that is wrong with a site file.")
public record ProblemJson(
    @Schema(description = "Line of the file, from 1; 0 where no line can be named.") int line,
    @Schema(description = "The place, such as VM vm2/MEM.") String where,
    @Schema(description = "What is wrong, with the value that was found.") String message,
    @Schema(description = "What to do about it.") String advice) {
  static List<ProblemJson> of(List<Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                new ProblemJson(
                    problem.line(), problem.where(), problem.message(), problem.advice()))
        .toList();
  }
}
