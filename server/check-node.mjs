// Must be imported first and import nothing: on an old Node the native SQLite module ends the process with a
// segmentation fault and no message.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `Hai Long needs Node 22.12 or newer, and this is ${process.version} (${process.execPath}): use "npm start", which finds the Node that "npm ci" brought, or install a newer one.\n`,
  );
  process.exit(2);
}
