const secondary = ['GSI1', 'GSI2', 'GSI3', 'GSI4'].flatMap((index) => [`${index}PK`, `${index}SK`]);
const reserved = ['LSI1SK', 'LSI2SK', 'LSI3SK', 'LSI4SK', 'LSI5SK'];

/** Every key attribute that the table has, whether a record type writes it or not. */
export const tableKeyAttributes: readonly string[] = ['PK', 'SK', ...secondary, ...reserved];
