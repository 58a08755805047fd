// What a store client is measured against: the least that can speak DynamoDB's JSON protocol over node:http with
// connections that are kept. No retry, no deadline, and no error but that the answer was not 200.
import { Agent, request } from 'node:http';

export function openMinimalClient({ endpoint, region, accessKeyId }, connections) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    // Local stores demand a signature but do not check it.
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
    'x-amz-date': '20260101T000000Z',
  };
  const { hostname, port } = new URL(endpoint);

  const send = (operation, message) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(message);
      const outgoing = request(
        {
          hostname,
          port,
          method: 'POST',
          agent,
          headers: {
            ...headers,
            'x-amz-target': `DynamoDB_20120810.${operation}`,
            'content-length': Buffer.byteLength(body),
          },
        },
        (incoming) => {
          let text = '';
          incoming.setEncoding('utf8');
          incoming.on('data', (chunk) => {
            text += chunk;
          });
          incoming.on('end', () => {
            if (incoming.statusCode === 200) resolve(JSON.parse(text));
            else reject(new Error(`${operation}: ${incoming.statusCode} ${text}`));
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  return {
    put: async (table, item) => {
      await send('PutItem', { TableName: table, Item: item });
    },
    get: async (table, key) => (await send('GetItem', { TableName: table, Key: key, ConsistentRead: true })).Item,
    close: () => agent.destroy(),
  };
}
