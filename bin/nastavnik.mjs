#!/usr/bin/env node
import './launcher.mjs';
