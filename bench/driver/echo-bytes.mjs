// The least that can answer: it cuts the item out of the line as text, and neither reads nor writes JSON. With it the
// adapter is no longer what a run waits for, so that it shows what the driver itself can do.
const window = Number(process.argv[2]);
const hello = JSON.stringify({
  implementation: 'echo',
  language: 'javascript',
  version: '1',
  capabilities: { 'item.decode': true },
  window,
});
let rest = '';

process.stdin.setEncoding('utf8');
process.stdin.on('data', (chunk) => {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop() ?? '';
  let answers = '';
  for (const line of lines) answers += answer(line);
  process.stdout.write(answers);
});

/** A request starts with its id, and an item is the last of its members: {"id":7,"op":"item.decode",…,"item":{…}}. */
function answer(line) {
  const id = line.slice(6, line.indexOf(','));
  const at = line.indexOf('"item":');
  if (at >= 0) return `{"id":${id},"ok":{"record":${line.slice(at + 7)}}\n`;
  return `{"id":${id},"ok":${line.includes('"op":"hello"') ? hello : '{}'}}\n`;
}
