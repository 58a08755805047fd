import { nodeHost } from '../host/node-host.ts';
import { packagePath } from '../stores/package-root.ts';
import { acceptorsModule } from './acceptors.ts';

// Puts the shapes, compiled, into a build: the second half of npm run build.
await nodeHost().files.replace(packagePath('dist', 'src', 'model', 'acceptors.js'), acceptorsModule());
