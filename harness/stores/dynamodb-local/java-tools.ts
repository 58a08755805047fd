import { join } from 'node:path';
import { HarnessError } from '../../host/harness-error.ts';

export type JavaTools = { readonly java: string; readonly mvn: string };

export function localJavaTools(): JavaTools {
  const home = process.env['JAVA_HOME'];
  return { java: home === undefined || home === '' ? 'java' : join(home, 'bin', 'java'), mvn: 'mvn' };
}

export function toolMissing(message: string): HarnessError {
  return new HarnessError('toolchain-missing', message, {
    hint: 'DynamoDB Local needs a JDK, version 17 or newer, and Maven 3.8 or newer, to be found as `java` and `mvn`.',
  });
}
