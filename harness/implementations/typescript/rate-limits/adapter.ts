import { defineAdapter, MalformedAttribute, serve } from '../../../kits/typescript/index.ts';
import { operationsOf } from './operations.ts';
import { InvalidValue } from './values/invalid-value.ts';

// Else the SDK of an older Node.js announces its end on standard error.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

await serve(
  defineAdapter({
    implementation: 'rate-limits-ts',
    version: '1.0.0',
    isInvalid: (error) => error instanceof InvalidValue || error instanceof MalformedAttribute,
    open: operationsOf,
  }),
);
