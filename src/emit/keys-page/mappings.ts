/** As much of a JSON Schema as the language is written in. */
export type LanguageShape = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly LanguageShape[];
  readonly items?: LanguageShape;
  readonly properties?: { readonly [key: string]: LanguageShape };
  readonly required?: readonly string[];
  readonly additionalProperties?: LanguageShape | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly $defs?: { readonly [name: string]: LanguageShape };
};

/** A mapping that has keys of the language, and the first place where it can stand: `record_types.NAME.ttl`. */
export type Mapping = { readonly path: string; readonly shape: LanguageShape };

/** Follows a reference to a definition of the language. */
export function resolved(root: LanguageShape, shape: LanguageShape): LanguageShape {
  const name = /^#\/\$defs\/(.+)$/.exec(shape.$ref ?? '')?.[1];
  if (name === undefined) return shape;
  const definition = root.$defs?.[name];
  if (definition === undefined) throw new TypeError(`the language has no definition "${name}"`);
  return definition;
}

/** Every mapping of the language, each once, in the order of the keys of a file: a mapping before those in it. */
export function mappingsOf(root: LanguageShape): readonly Mapping[] {
  const found = new Map<string, Mapping>();
  // By breadth, so that a mapping that can stand in several places is found at the one that is nearest to the top.
  const places: { readonly written: LanguageShape; readonly path: string }[] = [
    { written: root, path: '' },
    // As near to the top are members of parameters, but attributes are known from here.
    ...inside(root, '').filter(({ path }) => path === 'record_types'),
  ];
  for (const { written, path } of places) {
    const shape = resolved(root, written);
    if (shape.properties !== undefined) {
      const key = keysOf(shape);
      if (found.has(key)) continue;
      found.set(key, { path, shape });
    }
    places.push(...inside(shape, path));
  }
  const order = Object.keys(root.properties ?? {});
  const place = ({ path }: Mapping): number => order.indexOf(/^[a-z_]*/.exec(path)?.[0] ?? '');
  return [...found.values()].sort((left, right) => place(left) - place(right));
}

/** What two mappings with the same keys have in common. */
export function keysOf({ properties, required }: LanguageShape): string {
  return JSON.stringify([properties, required]);
}

function inside(
  shape: LanguageShape,
  path: string,
): readonly { readonly written: LanguageShape; readonly path: string }[] {
  const { properties = {}, additionalProperties, items, oneOf = [] } = shape;
  return [
    ...Object.entries(properties).map(([key, written]) => ({ written, path: path === '' ? key : `${path}.${key}` })),
    ...(typeof additionalProperties === 'object' ? [{ written: additionalProperties, path: `${path}.NAME` }] : []),
    ...(items === undefined ? [] : [{ written: items, path: `${path}[]` }]),
    ...oneOf.map((written) => ({ written, path })),
  ];
}
