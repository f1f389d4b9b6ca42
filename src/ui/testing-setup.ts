import { aroundEachTest } from '#src/ui/testing-draw.tsx';

aroundEachTest();
