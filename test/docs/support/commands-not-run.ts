const isExample = 'is run by test/examples, in a copy and with what set-up has installed';
const needsTable = 'needs a table of yours, and programs that read it';

/** Commands that the documentation shows and the tests do not run, by their exact text, and why. */
export const commandsNotRun: ReadonlyMap<string, string> = new Map([
  ['npm start', 'installs and builds this checkout, which the tests are part of'],
  ['npm test', 'would run these tests again'],
  ['npm ci', 'would replace what the tests run on'],
  ['npm run setup', 'installs and builds this checkout'],
  ['npm run build', 'would replace the program that the tests run'],
  ['npm run check', 'is part of npm test'],
  ['npm run format', 'changes files'],
  ['npm run bench', 'takes minutes, and its figures are those of the machine'],
  ['node bench/run.mjs codec --quick', 'installs the peers, and its figures are those of the machine'],
  ['npm run generate', 'changes files; other tests compare them'],
  ['npx itemproof run --json > events.ndjson', 'takes ten seconds, which the README has spent already'],
  ['cd docs/examples/python && pip install -r requirements.txt && pytest', isExample],
  ['cd docs/examples/rust && cargo test', isExample],
  ['cd docs/examples/go && go test ./...', isExample],
  ['cd docs/examples/java && mvn -q test', isExample],
  ['cd docs/examples/typescript && npm install && npm test', isExample],
  ['npx vitest run test/docs', 'would run these tests again'],
  [
    "aws dynamodb get-item --table-name limits --key file://key.json | jq -c '{item: .Item}' | npx itemproof decode --schema schema.yaml",
    needsTable,
  ],
  [
    "aws dynamodb scan --table-name limits --output json | jq -c '.Items[] | {item: .}' | npx itemproof decode --schema schema.yaml | grep '^{\"error\"'",
    needsTable,
  ],
  [
    "aws dynamodb scan --table-name limits --output json | jq -c '.Items[] | {item: .}' | npx itemproof identify --schema schema.yaml | sort | uniq -c",
    needsTable,
  ],
]);
