import { takeFiles, webCrypto } from './check.mjs';

takeFiles(webCrypto());
