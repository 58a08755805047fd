// Plain JavaScript: it is started as it is, from the sources and from the compiled package alike.
import dynalite from 'dynalite';

// By itself dynalite keeps a table in every transient state for half a second and listens on all interfaces.
const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
// Node would close idle connections just when a client reuses them.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => console.log(`port=${server.address().port}`));
