// The least that a program of Node can be: it says that it runs, and waits.
process.stdout.write('http://localhost:0 Ctrl+C\n');
setInterval(() => {}, 60_000);
