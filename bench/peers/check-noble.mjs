import { ed25519 } from '@noble/curves/ed25519.js';
import { takeFiles } from './check.mjs';

takeFiles((key, signature, message) => ed25519.verify(signature, message, key));
