import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import type { Route } from '../route.js';
import type { CreateKeyRequest, KeyDetails } from './keyRows.js';
import { createKey, type CreateKeyAnswer, listKeys, revokeKey } from './storedKeys.js';

type KeyList = components['schemas']['KeyList'];

/** `/api/v1/keys`: making, listing and revoking API keys. */
export const keysRoutes: Route = (app, { store, keys }) => {
  app.route<{ Body: CreateKeyRequest }>({
    ...operation('createKey'),
    handler: async (request, reply): Promise<CreateKeyAnswer> => {
      const answer = await createKey(store, request.body);
      keys.forget();
      // Nobody on the way may keep the key.
      void reply.status(201).header('Cache-Control', 'no-store');
      return answer;
    },
  });
  app.route({
    ...operation('listKeys'),
    handler: async (): Promise<KeyList> => ({ keys: await listKeys(store) }),
  });
  app.route<{ Params: { key_id: string } }>({
    ...operation('revokeKey'),
    handler: async (request): Promise<KeyDetails> => {
      const details = await revokeKey(store, request.params.key_id);
      keys.forget();
      return details;
    },
  });
};
