// What Itemproof promises itself, so that a run says whether it is so on this machine.

const encodes = (title) => title.startsWith('encode');
const decodes = (title) => title.startsWith('decode');
const echoes = (title) => title.startsWith('echo');

const goals = [
  { what: 'encode at 10 times electrodb', of: encodes, peer: 'electrodb', atLeast: 10 },
  { what: 'encode at 10 times dynamodb-toolbox', of: encodes, peer: 'dynamodb-toolbox', atLeast: 10 },
  { what: 'encode not slower than by hand', of: encodes, peer: 'hand-written + marshall', atLeast: 1 },
  { what: 'decode not slower than unmarshall', of: decodes, peer: 'unmarshall', atLeast: 1 },
  { what: 'decode not slower than checked by hand', of: decodes, peer: 'checked by hand', atLeast: 1 },
  { what: 'driver within 10 % of a bare pipe', of: echoes, peer: 'bare pipe', atLeast: 1 / 1.1 },
  {
    what: '75,000 cases/s through the driver',
    of: (title) => title.startsWith('echo through bytes'),
    atLeast: 75_000,
  },
];

const thousand = ({ size }) => size === 1000;
const wholeRun = ({ name }) => name === 'itemproof run';
const everything = ({ name }) => name === 'the vectors of every contract';
const everythingWarm = ({ name }) => name === 'the vectors of every contract, warm';
const memory = ({ added }) => added !== undefined;

/** What the check of a schema of some size may use, a run, and the generation of all vectors. */
const limits = [
  { what: 'check of 1,000 record types within 1 s', of: thousand, key: 'seconds', atMost: 1 },
  { what: 'check of 1,000 record types within 500 MB', of: thousand, key: 'megabytes', atMost: 500 },
  { what: 'a run within 1.5 times its requests alone', of: wholeRun, key: 'ratio', atMost: 1.5 },
  {
    what: 'a first verdict within 10 s',
    of: ({ name }) => name === 'itemproof run --quick',
    key: 'seconds',
    atMost: 10,
  },
  { what: 'vectors of every contract within 5 s, cold', of: everything, key: 'seconds', atMost: 5 },
  { what: 'vectors of every contract within 5 s, warm', of: everythingWarm, key: 'seconds', atMost: 5 },
  { what: 'vectors take at most 64 MB more than their schema', of: memory, key: 'added', atMost: 64 },
];

/** Each goal for each result that it is about: how far it is reached, and whether that is enough. */
export function judge(results) {
  return results.flatMap(({ title, figures = [], lines = [] }) => [
    ...limits.flatMap(({ what, of, key, atMost }) =>
      lines.filter(of).map((line) => ({ title, what, atMost, reached: line[key], met: line[key] <= atMost })),
    ),
    ...goals
      .filter(({ of }) => of(title))
      .flatMap(({ what, peer, atLeast }) => {
        const [ours] = figures;
        const other = figures.find(({ name }) => name === peer);
        if (ours === undefined || (peer !== undefined && other === undefined)) return [];
        const reached = other === undefined ? ours.perSecond : other.lead;
        return [{ title, what, atLeast, reached, met: reached >= atLeast }];
      }),
  ]);
}
