import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.json.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates expressions for a parent process. A line of input is {"scopes": [object, ...]}, for the expressions after it, or
 * {"expression": text}, which is answered by a line: an array with {"json": value} or {"failure": text} for each scope.
 */
public class JsonataEngine {
  public static void main(String[] args) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<?> scopes = List.of();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Map<?, ?> request = (Map<?, ?>) Json.parseJson(line);
      if (request.containsKey("scopes")) {
        scopes = (List<?>) request.get("scopes");
        continue;
      }
      StringBuilder answer = new StringBuilder("[");
      Compiled compiled = new Compiled((String) request.get("expression"));
      for (Object scope : scopes) {
        if (answer.length() > 1) answer.append(',');
        answer.append(compiled.evaluate((Map<?, ?>) scope));
      }
      out.println(answer.append(']'));
    }
  }

  private static class Compiled {
    private final String expression;
    private Jsonata compiled;
    private String failure;

    Compiled(String expression) {
      this.expression = expression;
      try {
        // At the top the engine gives null for what is missing as well as for null; a missing member is left out.
        compiled = Jsonata.jsonata("{\"value\": " + expression + "}");
        compiled.registerFunction("parse", (String text) -> withNulls(Json.parseJson(text)));
      } catch (Throwable error) {
        failure = failureOf(String.valueOf(error));
      }
    }

    String evaluate(Map<?, ?> scope) {
      if (failure != null) return failure;
      try {
        Jsonata.Frame frame = compiled.createFrame();
        // The engine may change the lists it is given, so each evaluation gets its own.
        for (Map.Entry<?, ?> entry : scope.entrySet()) {
          String name = (String) entry.getKey();
          if (expression.contains("$" + name)) frame.bind(name, withNulls(entry.getValue()));
        }
        Map<?, ?> result = (Map<?, ?>) compiled.evaluate(null, frame);
        if (!result.containsKey("value")) return failureOf("undefined");
        StringBuilder json = new StringBuilder("{\"json\":");
        write(result.get("value"), json);
        return json.append('}').toString();
      } catch (Throwable error) {
        return failureOf(String.valueOf(error));
      }
    }
  }

  private static String failureOf(String text) {
    StringBuilder json = new StringBuilder("{\"failure\":");
    writeText(text, json);
    return json.append('}').toString();
  }

  /** The engine keeps null apart from what is missing, and integers apart from other numbers, as JSON parsers in Java do. */
  private static Object withNulls(Object value) {
    if (value == null) return Jsonata.NULL_VALUE;
    if (value instanceof Double && Math.rint((Double) value) == (Double) value && Math.abs((Double) value) < 1e15) {
      return ((Double) value).longValue();
    }
    if (value instanceof List) {
      List<Object> copy = new ArrayList<>();
      for (Object element : (List<?>) value) copy.add(withNulls(element));
      return copy;
    }
    if (value instanceof Map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) copy.put(entry.getKey(), withNulls(entry.getValue()));
      return copy;
    }
    return value;
  }

  private static void write(Object value, StringBuilder json) {
    if (value == null || value == Jsonata.NULL_VALUE) {
      json.append("null");
    } else if (value instanceof String) {
      writeText((String) value, json);
    } else if (value instanceof Double && !Double.isFinite((Double) value)) {
      throw new IllegalArgumentException("not a finite number");
    } else if (value instanceof Number || value instanceof Boolean) {
      json.append(value);
    } else if (value instanceof List) {
      json.append('[');
      String separator = "";
      for (Object element : (List<?>) value) {
        json.append(separator);
        write(element, json);
        separator = ",";
      }
      json.append(']');
    } else if (value instanceof Map) {
      json.append('{');
      String separator = "";
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        json.append(separator);
        writeText((String) entry.getKey(), json);
        json.append(':');
        write(entry.getValue(), json);
        separator = ",";
      }
      json.append('}');
    } else {
      throw new IllegalArgumentException("no JSON: " + value.getClass());
    }
  }

  private static void writeText(String text, StringBuilder json) {
    json.append('"');
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      boolean plain = unit >= ' ' && unit < 0x7f && unit != '"' && unit != '\\';
      if (plain) json.append(unit);
      else json.append(String.format("\\u%04x", (int) unit));
    }
    json.append('"');
  }
}
