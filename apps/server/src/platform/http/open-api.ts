import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** OpenAPI 3.1 at `/api/docs`, made from the shapes that requests and answers are checked by. */
export async function openApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Наставник',
        version: '1',
        description: 'Ошибки — application/problem+json (RFC 9457), поле code из одного списка.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'nastavnik.session_token' } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { docExpansion: 'none' },
    staticCSP: true,
    indexPrefix: '',
  });
}
