// What a driver is measured against: the least that can ask an adapter over a pipe, with ids and a window. It writes and
// reads the same JSON, but has no deadlines, no restart, no check of the answers' shape and nobody who waits for a
// single answer. If the adapter misbehaves, it hangs.
import { spawn } from 'node:child_process';

export async function startBarePipe(command, window, hello) {
  const [file, ...args] = command;
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const open = new Map();
  let nextId = 1;
  let rest = '';
  let onLines = () => {};

  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    onLines(lines);
  });

  /** Asks all of it, and tells each answer with the place of its request. */
  const askAll = (requests, onAnswer) =>
    new Promise((resolve) => {
      let asked = 0;
      let answered = 0;
      const fill = () => {
        let text = '';
        while (asked < requests.length && open.size < window) {
          const id = nextId++;
          open.set(id, asked);
          text += `${JSON.stringify({ id, ...requests[asked++] })}\n`;
        }
        if (text !== '') child.stdin.write(text);
      };
      onLines = (lines) => {
        for (const line of lines) {
          const answer = JSON.parse(line);
          onAnswer(open.get(answer.id), answer.ok);
          open.delete(answer.id);
          answered++;
        }
        if (answered === requests.length) resolve();
        else fill();
      };
      fill();
    });

  await askAll([hello], () => {});
  return {
    askAll,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      await ended;
    },
  };
}
