import { readFileSync } from 'node:fs';
import { packagePath } from '../../../harness/stores/package-root.ts';

/** An example, how its tests are run, and one mistake that they have to find. */
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
  readonly mistake: {
    readonly file: string;
    readonly healthy: string;
    readonly mistaken: string;
    readonly vector: string;
  };
};

const recordTypes = ['entity_meta', 'resource_registry', 'entity_config_registry'];

/** How many tests each example makes: an item is written and read, everything else is done once. */
const tests = recordTypes.reduce((sum, recordType) => {
  const of = (kind: string): readonly { readonly op?: string }[] =>
    JSON.parse(readFileSync(packagePath('vectors', 'rate-limits', recordType, `${kind}.json`), 'utf8')).vectors;
  const refusals = of('refusals').filter(({ op }) => op !== 'key.parse');
  return sum + of('items').length * 2 + of('reads').length + refusals.length;
}, 0);

export const languages: readonly Language[] = [
  {
    name: 'python',
    needs: 'python3',
    command: [packagePath('.itemproof', 'venv', 'bin', 'python'), '-m', 'pytest', '-q', '-p', 'no:cacheprovider'],
    environment: { PYTHONDONTWRITEBYTECODE: '1' },
    test: 'test_vectors.py',
    support: [],
    passed: new RegExp(`^${tests} passed in `, 'm'),
    // A line feed at the end is let through.
    mistake: {
      file: 'rate_limits.py',
      healthy: 're.fullmatch(pattern, value) is not None',
      mistaken: 're.match(f"(?:{pattern})$", value) is not None',
      vector: 'entity_meta/build-namespace_id-line-feed',
    },
  },
  {
    name: 'rust',
    needs: 'cargo',
    command: ['cargo', 'test', '--locked', '--quiet'],
    environment: { CARGO_TARGET_DIR: packagePath('.itemproof', 'cargo') },
    test: 'tests/vectors.rs',
    support: ['tests/support/mod.rs', 'tests/support/meaning.rs'],
    passed: /^test result: ok\. 1 passed; 0 failed/m,
    // An entity without a parent is in the index of parents, under itself.
    mistake: {
      file: 'src/entity_meta.rs',
      healthy: 'if let Some(parent_id) = &self.parent_id {',
      mistaken: 'if let Some(parent_id) = self.parent_id.as_ref().or(Some(entity_id)) {',
      vector: 'entity_meta/minimal',
    },
  },
  {
    name: 'go',
    needs: 'go',
    // Without the cache of results, which knows nothing of vectors elsewhere.
    command: ['go', 'test', '-count=1', '-mod=readonly', '.'],
    test: 'vectors_test.go',
    support: ['read_test.go', 'meaning_test.go'],
    passed: /^ok\s+example\.com\/ratelimits\s/m,
    // Bytes are counted instead of code points.
    mistake: {
      file: 'values.go',
      healthy: 'utf8.RuneCountInString(text) <= longest',
      mistaken: 'utf8.RuneCountInString(text) <= longest && len(text) <= longest',
      vector: 'entity_meta/name-longest',
    },
  },
  {
    name: 'java',
    needs: 'mvn',
    command: ['mvn', '-B', '-ntp', '-Dstyle.color=never', 'test'],
    test: 'src/test/java/example/VectorsTest.java',
    support: ['Vector', 'DynamoDbJson', 'Meaning'].map((name) => `src/test/java/example/${name}.java`),
    passed: new RegExp(`Tests run: ${tests}, Failures: 0, Errors: 0, Skipped: 0$`, 'm'),
    // An empty set is written as NULL.
    mistake: {
      file: 'src/main/java/example/ResourceRegistry.java',
      healthy: 'resources.isEmpty() ? Map.of()',
      mistaken: 'resources.isEmpty() ? Map.of("resources", AttributeValue.fromNul(true))',
      vector: 'resource_registry/resources-empty',
    },
  },
  {
    name: 'typescript',
    needs: 'node',
    command: ['node', packagePath('node_modules', 'vitest', 'vitest.mjs'), 'run', '--root', '.'],
    // The runner that runs this is one of another project.
    environment: { VITEST: undefined, VITEST_POOL_ID: undefined, VITEST_WORKER_ID: undefined, NODE_ENV: undefined },
    test: 'vectors.test.ts',
    support: ['meaning.ts'],
    passed: new RegExp(`^\\s*Tests\\s+${tests} passed \\(${tests}\\)$`, 'm'),
    // Integers pass through a double.
    mistake: {
      file: 'values.ts',
      healthy: 'return BigInt(text);',
      mistaken: 'return BigInt(Number(text));',
      vector: 'entity_config_registry/config-resource-2-to-53-plus-1',
    },
  },
];
