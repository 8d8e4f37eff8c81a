"""Other engines that Python programs use, where they are installed: a module a library."""
