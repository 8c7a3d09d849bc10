import { configure } from '@testing-library/react';

// As `patience` of vitest.config.ts, for the waits of Testing Library.
configure({ asyncUtilTimeout: 10_000 });
