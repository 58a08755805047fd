import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagePath } from '../../../harness/stores/package-root.ts';

/** An example, how its tests are run, and mistakes that they have to find. */
export type Language = {
  /** The folder under docs/examples. */
  readonly name: string;
  /** What has to be installed. */
  readonly needs: string;
  readonly command: readonly [string, ...string[]];
  readonly environment?: { readonly [name: string]: string | undefined };
  /** The test, which the documentation shows, and what it needs to read and compare. */
  readonly test: string;
  readonly support: readonly string[];
  /** What the runner prints when every test passed; where it counts them, with their number. */
  readonly passed: RegExp;
  readonly mistakes: readonly [Mistake, ...Mistake[]];
};

/** One mistake, as it is made by changing a file. */
export type Mistake = {
  readonly file: string;
  readonly healthy: string;
  readonly mistaken: string;
  /** A vector that has to fail. */
  readonly vector: string;
};

const recordTypes = ['entity_meta', 'resource_registry', 'entity_config_registry'];

const vectors = packagePath('vectors', 'rate-limits');
const { files } = JSON.parse(readFileSync(join(vectors, 'manifest.json'), 'utf8'));

/** The vectors of a kind; not every record type has every kind. */
function vectorsOf(recordType: string, kind: string): readonly { readonly op?: string }[] {
  const path = `${recordType}/${kind}.json`;
  return path in files ? JSON.parse(readFileSync(join(vectors, path), 'utf8')).vectors : [];
}

/** How many tests each example makes: an item has its keys, is written and read; everything else is done once. */
const tests = recordTypes.reduce((sum, recordType) => {
  const [items, ...others] = ['items', 'keys', 'order', 'reads', 'refusals'].map((kind) => vectorsOf(recordType, kind));
  const once = others.flat().filter(({ op }) => op !== 'key.parse');
  return sum + (items?.length ?? 0) * 3 + once.length;
}, 0);

export const languages: readonly Language[] = [
  {
    name: 'python',
    needs: 'python3',
    command: [packagePath('.itemproof', 'venv', 'bin', 'python'), '-m', 'pytest', '-q', '-p', 'no:cacheprovider'],
    environment: { PYTHONDONTWRITEBYTECODE: '1' },
    test: 'test_vectors.py',
    support: ['read.py', 'meaning.py'],
    passed: new RegExp(`^${tests} passed in `, 'm'),
    mistakes: [
      // A line feed at the end is let through.
      {
        file: 'rate_limits.py',
        healthy: 're.fullmatch(pattern, value) is not None',
        mistaken: 're.match(f"(?:{pattern})$", value) is not None',
        vector: 'entity_meta/build-namespace_id-line-feed',
      },
      // A parent called "None" is taken for none.
      {
        file: 'rate_limits.py',
        healthy: 'if self.parent_id is not None:',
        mistaken: 'if str(self.parent_id) != "None":',
        vector: 'entity_meta/keys-parent_id-none',
      },
    ],
  },
  {
    name: 'rust',
    needs: 'cargo',
    command: ['cargo', 'test', '--locked', '--quiet'],
    environment: { CARGO_TARGET_DIR: packagePath('.itemproof', 'cargo') },
    test: 'tests/vectors.rs',
    support: ['read', 'mod', 'meaning'].map((name) => `tests/support/${name}.rs`),
    passed: /^test result: ok\. 1 passed; 0 failed/m,
    mistakes: [
      // An entity without a parent is in the index of parents, under itself.
      {
        file: 'src/entity_meta.rs',
        healthy: 'if let Some(parent_id) = &self.parent_id {',
        mistaken: 'if let Some(parent_id) = self.parent_id.as_ref().or(Some(entity_id)) {',
        vector: 'entity_meta/minimal',
      },
    ],
  },
  {
    name: 'go',
    needs: 'go',
    // Without the cache of results, which knows nothing of vectors elsewhere.
    command: ['go', 'test', '-count=1', '-mod=readonly', '.'],
    test: 'vectors_test.go',
    support: ['keys_test.go', 'read_test.go', 'meaning_test.go'],
    passed: /^ok\s+example\.com\/ratelimits\s/m,
    mistakes: [
      // Bytes are counted instead of code points.
      {
        file: 'values.go',
        healthy: 'utf8.RuneCountInString(text) <= longest',
        mistaken: 'utf8.RuneCountInString(text) <= longest && len(text) <= longest',
        vector: 'entity_meta/name-longest',
      },
    ],
  },
  {
    name: 'java',
    needs: 'mvn',
    command: ['mvn', '-B', '-ntp', '-Dstyle.color=never', 'test'],
    test: 'src/test/java/example/VectorsTest.java',
    support: ['KeysTest', 'Vector', 'DynamoDbJson', 'Meaning'].map((name) => `src/test/java/example/${name}.java`),
    passed: new RegExp(`Tests run: ${tests}, Failures: 0, Errors: 0, Skipped: 0$`, 'm'),
    mistakes: [
      // An empty set is written as NULL.
      {
        file: 'src/main/java/example/ResourceRegistry.java',
        healthy: 'resources.isEmpty() ? Map.of()',
        mistaken: 'resources.isEmpty() ? Map.of("resources", AttributeValue.fromNul(true))',
        vector: 'resource_registry/resources-empty',
      },
    ],
  },
  {
    name: 'typescript',
    needs: 'node',
    command: ['node', packagePath('node_modules', 'vitest', 'vitest.mjs'), 'run', '--root', '.'],
    // The runner that runs this is one of another project.
    environment: { VITEST: undefined, VITEST_POOL_ID: undefined, VITEST_WORKER_ID: undefined, NODE_ENV: undefined },
    test: 'vectors.test.ts',
    support: ['read.ts', 'meaning.ts'],
    passed: new RegExp(`^\\s*Tests\\s+${tests} passed \\(${tests}\\)$`, 'm'),
    mistakes: [
      // Integers pass through a double.
      {
        file: 'values.ts',
        healthy: 'return BigInt(text);',
        mistaken: 'return BigInt(Number(text));',
        vector: 'entity_config_registry/config-resource-2-to-53-plus-1',
      },
      // Text is sorted as people sort it.
      {
        file: 'meaning.ts',
        healthy: 'Buffer.compare(bytes(left), bytes(right))',
        mistaken: 'bytes(left).toString().localeCompare(bytes(right).toString(), "en")',
        vector: 'entity_meta/order-gsi1-entity_id',
      },
    ],
  },
];
