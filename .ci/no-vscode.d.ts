// The rings that must not see the editor resolve 'vscode' to this empty module.
export {};
