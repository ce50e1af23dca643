import { z } from 'zod';

// zod probes `new Function` otherwise, which the content security policy refuses and reports
z.config({ jitless: true });

/** For the schemas of forms. */
export { z };
