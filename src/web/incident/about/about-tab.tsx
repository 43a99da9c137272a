import type { ReactNode } from 'react';
import { useIncident } from '../setting.ts';

export const AboutTab = (): ReactNode => <p>{useIncident().id}</p>;
