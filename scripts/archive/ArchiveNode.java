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
 * OpenSearch nodes in this process, for trying out an archive: `java ArchiveNode name=value … -- name=value …`,
 * the values being settings of OpenSearch, and "--" between the settings of two nodes. It ends when it is told
 * to, and when its standard input does, so that no node outlives the program that started it.
 */
public final class ArchiveNode extends Node {
  private ArchiveNode(Environment environment, List<Class<? extends Plugin>> plugins) {
    super(environment, plugins, false);
  }

  public static void main(String[] args) throws Exception {
    List<ArchiveNode> nodes = new ArrayList<>();
    for (List<String> settings : eachNode(args)) nodes.add(nodeOf(settings));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> nodes.forEach(ArchiveNode::stop)));
    // A node waits for the others before it has started.
    List<Thread> starting = new ArrayList<>();
    for (ArchiveNode node : nodes) starting.add(startInThread(node));
    for (Thread thread : starting) thread.join();
    while (System.in.read() != -1) continue;
    System.exit(0);
  }

  private static List<List<String>> eachNode(String[] args) {
    List<List<String>> nodes = new ArrayList<>(List.of(new ArrayList<>()));
    for (String arg : args) {
      if (arg.equals("--")) nodes.add(new ArrayList<>());
      else nodes.get(nodes.size() - 1).add(arg);
    }
    return nodes;
  }

  private static ArchiveNode nodeOf(List<String> args) {
    Settings.Builder settings = Settings.builder();
    for (String arg : args) {
      int at = arg.indexOf('=');
      settings.put(arg.substring(0, at), arg.substring(at + 1));
    }
    String home = settings.get("path.home");
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings.build(), Map.of(), Path.of(home, "config"), () -> settings.get("node.name"));
    return new ArchiveNode(environment, plugins());
  }

  private static Thread startInThread(ArchiveNode node) {
    Thread thread =
        new Thread(
            () -> {
              try {
                node.start();
              } catch (Exception error) {
                error.printStackTrace();
                System.exit(1);
              }
            });
    thread.start();
    return thread;
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
