import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { NodeProgram } from "./nodeProgram.ts";
import { runTool } from "./runTool.ts";

/** A user of a secure cluster. */
export interface ArchiveUser {
  readonly name: string;
  readonly password: string;
}

/** TLS and users of a cluster, made on this machine. */
export interface ClusterSecurity {
  /** The certificate of the authority, in PEM, which clients have to trust. */
  readonly authorityFile: string;
  /** The users' names and passwords, which only their owner may read. */
  readonly usersFile: string;
  /** May push, delete and match. */
  readonly writer: ArchiveUser;
  /** May only match. */
  readonly reader: ArchiveUser;
  /** Settings of each node. */
  readonly settings: Readonly<Record<string, string>>;
  /** Copies to a node's folder of settings what its security plugin reads there. */
  install(configFolder: string): void;
}

/**
 * The roles that docs/archive.md describes, each with the name of its only user.
 */
const roles = {
  reader: {
    cluster_permissions: ["cluster_composite_ops_ro"],
    index_permissions: permissions("read", "indices:admin/mappings/get"),
  },
  writer: {
    cluster_permissions: ["cluster_composite_ops", "cluster:monitor/health"],
    index_permissions: permissions("crud", "create_index", "manage"),
  },
};

function permissions(...allowed: readonly string[]) {
  return [{ index_patterns: ["second-source-*"], allowed_actions: allowed }];
}

/** The key stores are protected by their folder's mode; OpenSearch insists on a password too. */
const storePassword = "second-source";
const nodeName = "CN=archive-node";

/** Returns the security of the cluster in this folder, made the first time. */
export async function prepareSecurity(
  folder: string,
  program: NodeProgram,
): Promise<ClusterSecurity> {
  const config = path.join(folder, "config");
  const usersFile = path.join(folder, "users.txt");
  const authorityFile = path.join(folder, "authority.pem");
  if (!existsSync(usersFile)) {
    // What a start left that was interrupted.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(config, { recursive: true });
    chmodSync(folder, 0o700);
    await makeCertificates(config, authorityFile);
    await makeUsers(config, usersFile, program);
  }
  const [writer, reader] = readUsers(usersFile);
  return {
    ...{ authorityFile, usersFile, writer, reader },
    settings: {
      ...storeSettings("transport"),
      ...storeSettings("http"),
      "plugins.security.ssl.http.enabled": "true",
      "plugins.security.ssl.transport.enforce_hostname_verification": "false",
      "plugins.security.nodes_dn": nodeName,
      "plugins.security.allow_default_init_securityindex": "true",
    },
    install(configFolder) {
      cpSync(config, configFolder, { recursive: true });
      chmodSync(configFolder, 0o700);
    },
  };
}

function storeSettings(layer: "transport" | "http"): Readonly<Record<string, string>> {
  const settings = {
    keystore_type: "PKCS12",
    keystore_filepath: "node.p12",
    keystore_password: storePassword,
    keystore_keypassword: storePassword,
    truststore_type: "PKCS12",
    truststore_filepath: "authority-only.p12",
    truststore_password: storePassword,
  };
  const entries = Object.entries(settings);
  return Object.fromEntries(
    entries.map(([name, value]) => [`plugins.security.ssl.${layer}.${name}`, value]),
  );
}

/** An authority, and one certificate of it for all nodes of this machine. */
async function makeCertificates(config: string, authorityFile: string): Promise<void> {
  const file = (name: string) => path.join(config, name);
  const store = (name: string) => ["-keystore", file(name), "-storetype", "PKCS12"];
  const key = ["-keyalg", "EC", "-groupname", "secp256r1", "-validity", "3650"];
  const own = [...store("node.p12"), "-alias", "node"];
  const authority = store("authority.p12");
  const named = [...authority, "-alias", "authority"];
  const names = "CN=Second Source try-out authority";
  await keytool("-genkeypair", ...named, ...key, "-dname", names, "-ext", "bc:c=ca:true");
  await keytool("-exportcert", "-rfc", ...named, "-file", authorityFile);
  await keytool("-genkeypair", ...own, ...key, "-dname", nodeName);
  await keytool("-certreq", ...own, "-file", file("node.csr"));
  await keytool(
    ...["-gencert", "-rfc", ...named, "-infile", file("node.csr"), "-outfile", file("node.pem")],
    ...["-ext", "san=ip:127.0.0.1,dns:localhost", "-ext", "eku=serverAuth,clientAuth"],
    ...["-validity", "3650"],
  );
  for (const each of ["node.p12", "authority-only.p12"]) {
    await keytool(
      "-importcert",
      "-noprompt",
      ...store(each),
      "-alias",
      "ca",
      "-file",
      authorityFile,
    );
  }
  await keytool("-importcert", "-noprompt", ...own, "-file", file("node.pem"));
  // The authority has signed all that it is for.
  for (const each of ["authority.p12", "node.csr", "node.pem"]) rmSync(file(each));
}

/** For tools that end after a moment: Java's own choices pay off later, and double what these cost. */
const briefJava = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

function keytool(...args: readonly string[]): Promise<string> {
  const java = briefJava.map((option) => `-J${option}`);
  return runTool("keytool", [...java, ...args, "-storepass", storePassword]);
}

async function makeUsers(config: string, usersFile: string, program: NodeProgram): Promise<void> {
  const folder = path.join(config, "opensearch-security");
  cpSync(path.join(program.securityFolder!, "config"), folder, { recursive: true });
  const users = Object.keys(roles).map((name) => ({ name, password: newPassword() }));
  const write = (file: string, type: string, entries: readonly (readonly [string, object])[]) => {
    const content = { _meta: { type, config_version: 2 }, ...Object.fromEntries(entries) };
    // JSON is YAML.
    writeFileSync(path.join(folder, `${file}.yml`), JSON.stringify(content));
  };
  write("roles", "roles", Object.entries(roles));
  write(
    "roles_mapping",
    "rolesmapping",
    users.map(({ name }) => [name, { users: [name] }]),
  );
  const hashes = await Promise.all(users.map(({ password }) => hashOf(password, program)));
  write(
    "internal_users",
    "internalusers",
    users.map(({ name }, at) => [name, { hash: hashes[at]! }]),
  );
  const lines = users.map(({ name, password }) => `${name} ${password}\n`);
  writeFileSync(usersFile, lines.join(""), { mode: 0o600 });
}

function newPassword(): string {
  return randomBytes(18).toString("base64url");
}

/** The plugin's own tool makes the hash, from a password that no other process sees. */
async function hashOf(password: string, { classPath }: NodeProgram): Promise<string> {
  const tool = "org.opensearch.security.tools.Hasher";
  const hasher = [...briefJava, "-cp", classPath, tool, "-env", "PASSWORD"];
  const env = { ...process.env, PASSWORD: password };
  const lines = (await runTool("java", hasher, { env })).trim().split("\n");
  return lines.at(-1)!.trim();
}

function readUsers(file: string): readonly [writer: ArchiveUser, reader: ArchiveUser] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const users = lines.map((line) => line.split(" ") as [string, string]);
  const named = (name: string) => {
    const [, password] = users.find(([its]) => its === name)!;
    return { name, password };
  };
  return [named("writer"), named("reader")];
}
