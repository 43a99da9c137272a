import * as z from 'zod/mini';

/** Names the schemas that the OpenAPI document lists as components; `description` and `examples` go into it as they are. */
export const contractSchemas = z.registry<{ id: string; description?: string; [key: string]: unknown }>();
