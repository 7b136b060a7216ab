// Imported before anything else by whatever starts the server, and imports nothing itself: on an older Node the
// database's native module would end the process with a segmentation fault and not a word.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `Hai Long needs Node 22.12 or newer, and this is ${process.version} (${process.execPath}): use "npm start", which finds the Node that "npm ci" brought, or install a newer one.\n`,
  );
  process.exit(2);
}
