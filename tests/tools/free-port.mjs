import { createServer } from "node:net";

/** A port that nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((started) => server.listen(0, "127.0.0.1", started));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
