import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/** For each line {"pattern": "...", "events": ["..."]}: what event-ruler says to it, as a line of JSON. */
public final class Oracle {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] args) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      out.println(answer(JSON.readTree(line)));
    }
    out.flush();
  }

  private static JsonNode answer(JsonNode question) {
    var answer = JSON.createObjectNode();
    String pattern = question.get("pattern").asText();
    // What the compiler for `$or` refuses, a machine still gives to the compiler that takes `$or` for a field.
    answer.put("refused", JsonRuleCompiler.check(pattern));
    Machine machine = new Machine();
    try {
      machine.addRule("rule", pattern);
    } catch (Exception | StackOverflowError e) {
      return answer.put("error", String.valueOf(e.getMessage()));
    }
    var matches = answer.putArray("matches");
    for (JsonNode event : question.get("events")) {
      try {
        matches.add(!machine.rulesForJSONEvent(event.asText()).isEmpty());
      } catch (Exception e) {
        matches.add(String.valueOf(e.getMessage()));
      }
    }
    return answer;
  }
}
