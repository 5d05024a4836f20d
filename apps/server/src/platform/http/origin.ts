import type { FastifyRequest } from 'fastify';

/** Where people open the application: as configured behind a proxy, else as this request was addressed. */
export function originOf(request: FastifyRequest, settings: { readonly publicUrl: string | undefined }): string {
  return settings.publicUrl ?? `${request.protocol}://${request.host}`;
}
