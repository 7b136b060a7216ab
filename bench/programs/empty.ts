// A process that does nothing. It prints what a server prints when it has started, and waits.
process.stdout.write('http://localhost:0 Ctrl+C\n');
setInterval(() => {}, 60_000);
