package org.xsm.webtasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test against the whole column on a real port, with fresh sample content for each method. */
@SpringBootTest(
    classes = TestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "server.address=127.0.0.1",
      "management.endpoints.web.exposure.include=health,info",
      "logging.level.org.springframework=warn"
    })
class ServerTest {
  @LocalServerPort int port;
  @Autowired FakeSite site;
  @Autowired FakeRuns runs;
  @Autowired FakeInbox inbox;
  @Autowired FakeMachines machines;
  @Autowired FakeTokens tokens;
  @Autowired FakeRegister register;
  @Autowired FakeAudit audit;
  @Autowired ObjectMapper mapper;

  @BeforeEach
  void refill() {
    site.submitted.clear();
    runs.runs.clear();
    runs.cancelled.clear();
    inbox.tasks.clear();
    inbox.decisions.clear();
    machines.clear();
    tokens.tokens.clear();
    register.refill();
    audit.entries.clear();
    Samples.fill(site, runs, inbox);
    SampleMachines.fill(machines, runs);
  }

  Visitor as(String name) {
    return Visitor.program(port, name);
  }

  Visitor person(String name) {
    return Visitor.person(port, name);
  }

  JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
    return mapper.readTree(answer.body());
  }
}
