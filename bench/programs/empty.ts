// A minimal Node process: it reports that it runs, and waits.
process.stdout.write('http://localhost:0 Ctrl+C\n');
setInterval(() => {}, 60_000);
