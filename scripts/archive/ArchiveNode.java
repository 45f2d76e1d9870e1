import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One OpenSearch node in this process, for trying out an archive: `java ArchiveNode name=value …`, the
 * values being settings of OpenSearch. It ends when it is told to, and when its standard input does,
 * so that no node outlives the program that started it.
 */
public final class ArchiveNode extends Node {
  private ArchiveNode(Environment environment, List<Class<? extends Plugin>> plugins) {
    super(environment, plugins, false);
  }

  public static void main(String[] args) throws Exception {
    Settings.Builder settings = Settings.builder();
    for (String arg : args) {
      int at = arg.indexOf('=');
      settings.put(arg.substring(0, at), arg.substring(at + 1));
    }
    String home = settings.get("path.home");
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings.build(), Map.of(), Path.of(home, "config"), () -> settings.get("node.name"));
    ArchiveNode node = new ArchiveNode(environment, plugins());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node)));
    node.start();
    while (System.in.read() != -1) continue;
    System.exit(0);
  }

  /** The security plugin is used if it is on the class path. */
  private static List<Class<? extends Plugin>> plugins() {
    List<Class<? extends Plugin>> plugins = new ArrayList<>(List.of(Netty4Plugin.class));
    try {
      Class<?> security = Class.forName("org.opensearch.security.OpenSearchSecurityPlugin");
      plugins.add(security.asSubclass(Plugin.class));
    } catch (ClassNotFoundException absent) {
      // Nodes without TLS and users.
    }
    return plugins;
  }

  private static void stop(Node node) {
    try {
      node.close();
    } catch (IOException error) {
      System.err.println(error);
    }
  }
}
