"""As much of AutoPkg as its processors see of it, so that tests need no AutoPkg."""


class ProcessorError(Exception):
    pass


class Processor:
    def __init__(self, env=None):
        self.env = env

    def output(self, msg, verbose_level=1):
        if int(self.env.get("verbose", 0)) >= verbose_level:
            print(f"{type(self).__name__}: {msg}")

    def process(self):
        for name, variable in self.input_variables.items():
            if "default" in variable:
                self.env.setdefault(name, variable["default"])
            if variable["required"] and name not in self.env:
                raise ProcessorError(f"{type(self).__name__} requires {name}")
        self.main()
        return self.env
