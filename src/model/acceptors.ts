import { Ajv2020 } from 'ajv/dist/2020.js';

/** Tells whether a document has a shape, without a word of why it has not. */
export type Acceptor = (document: unknown) => boolean;

/** The shapes that a start of the program often holds something against. */
export type ShapeName = 'config' | 'hazards' | 'hello' | 'known' | 'language' | 'manifest' | 'vector';

/**
 * Shapes that were compiled ahead. The build writes them in the place of this module (`harness/formats/acceptors.ts`),
 * because to compile the language of schemas costs each start of the program more than to check with it. From sources
 * there are none, and nothing but the time differs.
 */
export const acceptors: { readonly [Name in ShapeName]?: Acceptor } = {};

/** The library that compiles shapes. A build loads it for the first document that has not the shape it should have. */
export const shapeLibrary = (): typeof Ajv2020 => Ajv2020;
